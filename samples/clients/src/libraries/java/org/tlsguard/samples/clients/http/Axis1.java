package org.tlsguard.samples.clients.http;

import javax.xml.namespace.QName;
import org.apache.axis.client.Call;
import org.apache.axis.client.Service;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache Axis 1
 *
 * @library axis:axis
 * @versions 1.4
 * @with axis:axis-jaxrpc:1.4 axis:axis-saaj:1.4 axis:axis-wsdl4j:1.5.1 commons-logging:commons-logging:1.2 commons-discovery:commons-discovery:0.2 javax.activation:activation:1.1.1 javax.mail:mail:1.4.1
 * @protocol https
 * @row default accepts any-name by org.apache.axis.*
 * @remedy It has no setting. Apache CXF checks the name.
 */
public final class Axis1 {

    private Axis1() {}

    public static void main(String[] args) {
        Caller.main(args, Axis1::talk);
    }

    private static Object talk(Target target) throws Exception {
        Call call = (Call) new Service().createCall();
        call.setTargetEndpointAddress(target.url());
        call.setOperationName(new QName("urn:accounts", "balance"));
        call.setTimeout(30_000);
        return call.invoke(new Object[] {Target.PASSWORD});
    }
}

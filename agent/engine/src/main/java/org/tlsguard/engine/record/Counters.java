package org.tlsguard.engine.record;

import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.tlsguard.report.Report;

/** The counters for JMX. Loaded only when the application has started JMX itself. */
public final class Counters implements CountersMBean {

    private static final String NAME = "org.tlsguard:type=Counters";

    /** Which only the platform's own server has. */
    private static final String RUNTIME = "java.lang:type=Runtime";

    private final Recorder recorder;

    private Counters(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Registers the counters with the platform's MBean server, if there is one; makes none.
     *
     * @return whether they are registered now
     * @throws JMException if the server refuses them
     */
    public static boolean register(Recorder recorder) throws JMException {
        List<MBeanServer> servers = MBeanServerFactory.findMBeanServer(null);
        for (MBeanServer each : servers) {
            if (each.isRegistered(new ObjectName(RUNTIME))) {
                ObjectName name = new ObjectName(NAME);
                if (!each.isRegistered(name)) {
                    each.registerMBean(new StandardMBean(new Counters(recorder), CountersMBean.class), name);
                }
                return true;
            }
        }
        return false;
    }

    private Report now() {
        return recorder.fill(Report.builder()).build();
    }

    @Override
    public String getMode() {
        return recorder.mode().id();
    }

    @Override
    public String getPolicySha256() {
        return recorder.regime().policy().sha256();
    }

    @Override
    public long getHandshakes() {
        return now().handshakes();
    }

    @Override
    public long getActive() {
        return now().active();
    }

    @Override
    public long getLatent() {
        return now().latent();
    }

    @Override
    public long getVetoed() {
        return now().vetoed();
    }

    @Override
    public long getRewritten() {
        return now().rewritten();
    }

    @Override
    public long getExempted() {
        return now().exempted();
    }

    @Override
    public long getInternalErrors() {
        return now().internalErrors();
    }
}

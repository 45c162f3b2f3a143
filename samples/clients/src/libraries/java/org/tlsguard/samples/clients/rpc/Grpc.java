package org.tlsguard.samples.clients.rpc;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * gRPC over Netty with the JDK's engine
 *
 * @library io.grpc:grpc-netty
 * @versions 1.68.0
 * @with io.grpc:grpc-stub:VERSION
 * @protocol h2
 * @row default accepts nobody
 * @row insecure-trust-manager accepts anybody by io.netty.handler.ssl.util.*
 *     with trustManager(InsecureTrustManagerFactory.INSTANCE)
 */
public final class Grpc {

    private Grpc() {}

    public static void main(String[] args) {
        Caller.main(args, Grpc::talk);
    }

    private static Object talk(Target target) throws Exception {
        SslContextBuilder tls = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
        if (target.in("insecure-trust-manager")) {
            tls.trustManager(InsecureTrustManagerFactory.INSTANCE);
        }
        ManagedChannel channel = NettyChannelBuilder.forAddress(target.host, target.port)
                .sslContext(tls.build())
                .build();
        try {
            return ClientCalls.blockingUnaryCall(
                    channel, METHOD, CallOptions.DEFAULT.withDeadlineAfter(5, TimeUnit.SECONDS), Target.PASSWORD);
        } finally {
            channel.shutdownNow();
        }
    }

    private static final MethodDescriptor<String, String> METHOD = MethodDescriptor.newBuilder(
                    Text.INSTANCE, Text.INSTANCE)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("accounts/list")
            .build();

    private enum Text implements MethodDescriptor.Marshaller<String> {
        INSTANCE;

        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            return "an answer";
        }
    }
}

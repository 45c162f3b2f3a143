package org.tlsguard.samples.clients.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Netty with the JDK's engine
 *
 * @library io.netty:netty-handler
 * @versions 4.0.56.Final 4.1.118.Final
 * @protocol raw
 * @row default accepts any-name by io.netty.* org.tlsguard.samples.clients.http.NettyRaw
 * @row insecure-trust-manager accepts anybody by io.netty.*
 *     with trustManager(InsecureTrustManagerFactory.INSTANCE)
 * @row identification accepts nobody
 *     with SSLParameters.setEndpointIdentificationAlgorithm("HTTPS")
 */
public final class NettyRaw {

    private NettyRaw() {}

    public static void main(String[] args) {
        Caller.main(args, NettyRaw::talk);
    }

    private static Object talk(Target target) throws Exception {
        SslContextBuilder tls = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
        if (target.in("insecure-trust-manager")) {
            tls.trustManager(InsecureTrustManagerFactory.INSTANCE);
        }
        EventLoopGroup group = new NioEventLoopGroup(1);
        try {
            Channel channel = new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel made) throws Exception {
                            SSLEngine engine = tls.build().newEngine(made.alloc(), target.host, target.port);
                            if (target.in("identification")) {
                                SSLParameters parameters = engine.getSSLParameters();
                                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                                engine.setSSLParameters(parameters);
                            }
                            made.pipeline().addLast(new SslHandler(engine));
                        }
                    })
                    .connect(target.host, target.port)
                    .sync()
                    .channel();
            channel.pipeline().get(SslHandler.class).handshakeFuture().sync();
            channel.writeAndFlush(Unpooled.copiedBuffer(Target.PASSWORD, StandardCharsets.US_ASCII))
                    .sync();
            return "sent";
        } finally {
            group.shutdownGracefully();
        }
    }
}

package news.dateline.edge;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;

/**
 * Closes connections that hold a request open by sending it very slowly ("slowloris"). The server's own idle timeout does
 * not see them: each byte is activity.
 */
@Singleton
final class SlowSenders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final ConnectionLimits limits;

    SlowSenders(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {
        private final Channel channel;

        Customizer(Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel specific, ChannelRole role) {
            return role == ChannelRole.CONNECTION
                    ? new Customizer(specific)
                    : NettyServerCustomizer.super.specializeForChannel(specific, role);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline.get(codec) != null) { // HTTP/1.1: one request at a time on a connection
                RequestPace pace = new RequestPace(channel, limits);
                pipeline.addBefore(codec, "dateline-bytes", pace.bytes());
                pipeline.addAfter(codec, "dateline-requests", pace.requests());
            }
        }
    }
}

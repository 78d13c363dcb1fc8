package news.dateline.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Watches how one connection's requests arrive: closes it when one is too slow, and refuses a body that is not framed as
 * HTTP says. Belongs to the connection and its event loop; two handlers see what comes before and after the HTTP decoder.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of a connection that is given up is of no interest
final class RequestPace {
    private static final String MALFORMED = "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
            + "\"detail\":\"the body is not framed as HTTP/1.1 says; check its chunks\"}";

    private final Channel channel;
    private final ConnectionLimits limits;
    private boolean inRequest;
    private boolean wanted;
    private boolean answered;
    private long received;
    private Future<?> timer;

    RequestPace(Channel channel, ConnectionLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** Stands before the decoder. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                wanted = false;
                if (message instanceof ByteBuf bytes) {
                    received += bytes.readableBytes();
                }
                if (!inRequest) {
                    inRequest = true;
                    after(limits.headerTimeout().toMillis(), channel::close);
                }
                context.fireChannelRead(message);
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                cancel();
                context.fireChannelInactive();
            }
        };
    }

    /** Stands after the decoder. */
    ChannelHandler requests() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    answered = false;
                    nextWindow();
                } else if (message instanceof HttpObject part
                        && part.decoderResult().isFailure()) {
                    ReferenceCountUtil.release(message);
                    refuse(context);
                    return;
                }
                if (message instanceof LastHttpContent) {
                    inRequest = false;
                    cancel();
                }
                context.fireChannelRead(message);
            }

            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                answered |= message instanceof LastHttpContent;
                context.write(message, promise);
            }

            @Override
            public void read(ChannelHandlerContext context) {
                wanted = true;
                context.read();
            }
        };
    }

    /** A body that breaks HTTP, such as a chunk without a size: the server would take what came until then as all of it. */
    private void refuse(ChannelHandlerContext context) {
        cancel();
        if (answered) {
            channel.close();
            return;
        }
        answered = true;
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.copiedBuffer(MALFORMED, UTF_8));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemAnswers.PROBLEM)
                .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }

    private void nextWindow() {
        received = 0;
        after(limits.bodyWindow().toMillis(), () -> {
            if (wanted && received < limits.bodyMinBytes()) {
                channel.close();
            } else {
                nextWindow();
            }
        });
    }

    private void after(long millis, Runnable action) {
        cancel();
        timer = channel.eventLoop().schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}

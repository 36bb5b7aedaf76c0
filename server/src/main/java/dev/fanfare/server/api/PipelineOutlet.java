package dev.fanfare.server.api;

import dev.fanfare.server.transport.AnswerOutlet;
import dev.fanfare.server.transport.EndOfAnswer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;

/** Answers on their way through a Netty pipeline. */
final class PipelineOutlet implements AnswerOutlet {
    private final ChannelHandlerContext context;

    PipelineOutlet(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public boolean inLoop() {
        return context.executor().inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        context.executor().execute(task);
    }

    @Override
    public boolean isWritable() {
        return context.channel().isWritable();
    }

    @Override
    public ByteBuf allocate(int size) {
        return context.alloc().directBuffer(size);
    }

    @Override
    public void send(ByteBuf bytes, int answers) {
        context.write(bytes, context.voidPromise());
        end(answers);
    }

    @Override
    public void sendLast(ByteBuf bytes, int answers, boolean unread) {
        context.write(bytes).addListener(unread ? Linger.INSTANCE : ChannelFutureListener.CLOSE);
        end(answers);
    }

    private void end(int answers) {
        for (int i = 0; i < answers; i++) {
            context.write(EndOfAnswer.INSTANCE, context.voidPromise());
        }
        context.flush();
    }
}

package news.dateline.enrich.topology;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that cannot be read, or breaks a rule, to the dead-letter topic with its untouched bytes, in the same
 * transaction as everything else, and goes on with the next. A record that failed because the schema registry does not
 * answer is a good one: its thread fails, nothing of it is committed, and it is read again. Kafka Streams makes one for
 * each of the two settings.
 */
public final class DeadLetterHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
        if (RegistryOutage.caused(error)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        return DeserializationExceptionHandler.Response.resume(
                List.of(deadLetter(context, record.key(), record.value(), error)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        if (RegistryOutage.caused(error)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(
                List.of(deadLetter(context, context.sourceRawKey(), context.sourceRawValue(), error)));
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(
            ErrorHandlerContext from, byte[] key, byte[] value, Exception error) {
        LOG.warn(
                "dead letter record={}-{}@{} error={} message={}",
                from.topic(),
                from.partition(),
                from.offset(),
                error.getClass().getSimpleName(),
                error.getMessage());
        return DeadLetter.of(
                        from.topic(),
                        from.partition(),
                        from.offset(),
                        "enrich-service",
                        error,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .record(key, value, from.headers());
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to set
    }
}

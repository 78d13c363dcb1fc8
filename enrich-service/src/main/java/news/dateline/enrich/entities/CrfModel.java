package news.dateline.enrich.entities;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A trained recognizer: lexicon, feature weights and label transitions, with the version it goes by. Immutable; one
 * instance serves all threads. The file is a magic number and a deflated stream; damaged files are refused with an
 * {@link IOException}.
 */
public final class CrfModel {

    private static final int MAGIC = 0x444C4E32;
    private static final String COMMITTED = "entities-en.crf";

    private final Lexicon lexicon;
    private final Weights weights;
    private final Transitions transitions;
    private final String version;

    private CrfModel(Lexicon lexicon, Weights weights, Transitions transitions, String version) {
        this.lexicon = lexicon;
        this.weights = weights;
        this.transitions = transitions;
        this.version = version;
    }

    /** The English model that comes with the program. */
    public static CrfModel committed() {
        try (InputStream in = CrfModel.class.getResourceAsStream(COMMITTED)) {
            if (in == null) {
                throw new IllegalStateException("The entity model " + COMMITTED + " is not on the class path.");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The entity model " + COMMITTED + " cannot be read.", e);
        }
    }

    /** Reads a model file; the stream is read to its end and not closed. */
    public static CrfModel read(InputStream in) throws IOException {
        byte[] file = in.readAllBytes();
        if (file.length < Integer.BYTES || ByteBuffer.wrap(file).getInt() != MAGIC) {
            throw new IOException("This is no entity model of this version of Dateline.");
        }
        try (InputStream packed = new ByteArrayInputStream(file, Integer.BYTES, file.length - Integer.BYTES);
                InputStream unpacked = new InflaterInputStream(packed, new Inflater(), 1 << 16)) {
            ByteBuffer body = ByteBuffer.wrap(unpacked.readAllBytes());
            float[] steps = new float[Transitions.size()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = body.getFloat();
            }
            Lexicon lexicon = Lexicon.read(body);
            return new CrfModel(lexicon, Weights.read(body), new Transitions(steps), version(file));
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new IOException("The entity model is damaged.", e);
        }
    }

    /** Writes a model file; the stream is not closed. */
    public static void write(OutputStream out, Lexicon lexicon, Weights weights, float[] steps) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(MAGIC);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        DeflaterOutputStream packed = new DeflaterOutputStream(head, deflater, 1 << 16);
        DataOutputStream body = new DataOutputStream(packed);
        for (float step : steps) {
            body.writeFloat(step);
        }
        lexicon.write(body);
        weights.write(body);
        body.flush();
        packed.finish();
        deflater.end();
        head.flush();
    }

    private static String version(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    /** The first eight hexadecimal digits of the SHA-256 of the model file. */
    public String version() {
        return version;
    }

    public int features() {
        return weights.features();
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Weights weights() {
        return weights;
    }

    Transitions transitions() {
        return transitions;
    }
}

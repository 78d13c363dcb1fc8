package news.dateline.enrich.topics;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

/**
 * A trained linear classifier for the 17 roots of IPTC Media Topics: a row of small weights, one a root, for each
 * feature key that the training knew; keys that it did not know count for nothing. Immutable; one instance serves all
 * threads. Numbers are big-endian in the file and nothing is compressed, so that the same training gives the same
 * bytes on every Java runtime.
 */
public final class TopicModel {

    private static final int MAGIC = 0x444C5431;
    private static final String COMMITTED = "topics-en.model";

    private final FeatureTable table;
    private final float[] bias;
    private final Calibration shortTexts;
    private final Calibration articles;
    private final String version;

    private TopicModel(FeatureTable table, float[] bias, Calibration shortTexts, Calibration articles, String version) {
        this.table = table;
        this.bias = bias;
        this.shortTexts = shortTexts;
        this.articles = articles;
        this.version = version;
    }

    /** The English model that comes with the program. */
    public static TopicModel committed() {
        try (InputStream in = TopicModel.class.getResourceAsStream(COMMITTED)) {
            if (in == null) {
                throw new IllegalStateException("The topic model " + COMMITTED + " is not on the class path.");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The topic model " + COMMITTED + " cannot be read.", e);
        }
    }

    /**
     * Reads a model file; the stream is read to its end and not closed.
     *
     * @throws IOException if the bytes are no model of this version, or damaged
     */
    public static TopicModel read(InputStream in) throws IOException {
        byte[] file = in.readAllBytes();
        ByteBuffer data = ByteBuffer.wrap(file);
        try {
            if (data.getInt() != MAGIC) {
                throw new IOException("This is no topic model of this version of Dateline.");
            }
            float[] bias = new float[Roots.COUNT];
            for (int i = 0; i < bias.length; i++) {
                bias[i] = data.getFloat();
            }
            Calibration shortTexts = Calibration.read(data);
            Calibration articles = Calibration.read(data);
            return new TopicModel(FeatureTable.read(data), bias, shortTexts, articles, fingerprint(file));
        } catch (BufferUnderflowException e) {
            throw new IOException("The topic model is damaged: it ends too early.", e);
        }
    }

    /** A model from its trained parts; it has the version that it gets when it is written and read again. */
    public static TopicModel of(FeatureTable table, float[] bias, Calibration shortTexts, Calibration articles) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new TopicModel(table, bias.clone(), shortTexts, articles, "").write(bytes);
            return read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail.", e);
        }
    }

    /** Writes the model file; the stream is flushed and not closed. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        data.writeInt(MAGIC);
        for (float b : bias) {
            data.writeFloat(b);
        }
        shortTexts.write(data);
        articles.write(data);
        table.write(data);
        data.flush();
    }

    /** The first eight hexadecimal digits of the SHA-256 of the model file. */
    public String version() {
        return version;
    }

    /** How many feature keys have weights. */
    public int features() {
        return table.size();
    }

    /**
     * How the roots share a text among them, by its feature keys alone.
     *
     * @return a probability for each root, in the order of {@link Roots}; null if the model knows none of the keys
     */
    public double[] shares(int[] keys, boolean standsAlone) {
        double[] margins = new double[Roots.COUNT];
        if (!table.addMargins(keys, margins)) {
            return null;
        }
        if (standsAlone) {
            for (int c = 0; c < margins.length; c++) {
                margins[c] += bias[c];
            }
        }
        return Roots.softmax(margins);
    }

    /** How seldom a key is in the training texts, the more the rarer; that of the rarest if it is unknown. */
    double rarity(int key) {
        return table.rarity(key);
    }

    Calibration shortTexts() {
        return shortTexts;
    }

    Calibration articles() {
        return articles;
    }

    /** The same weights with other calibrations. */
    public TopicModel calibrated(Calibration forShortTexts, Calibration forArticles) {
        return of(table, bias, forShortTexts, forArticles);
    }

    private static String fingerprint(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}

package io.legame.notebook;

import io.legame.platform.Refusal;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Small pictures of images, drawn anew: of what came with a file, such as the place where it was taken or a script for
 * some old browser, nothing is left.
 */
@Component
public class Previews {
    /** In pixels, of the longer side; twice what is shown, for the screens of phones. */
    static final int SIDE = 320;

    /** In pixels: a phone's camera takes fifty million, and a picture that claims more wants our memory. */
    private static final long LARGEST = 100_000_000;

    private final Attachments attachments;

    Previews(Attachments attachments) {
        this.attachments = attachments;
    }

    /** As PNG. Refused as not found when the attachment is no image that can be read. */
    public byte[] of(Attachment attachment) {
        if (!attachment.type().drawable()) {
            throw Refusal.notFound();
        }
        try (InputStream content = attachments.content(attachment);
                ImageInputStream input = ImageIO.createImageInputStream(content)) {
            return png(small(read(input)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw Refusal.notFound();
        }
    }

    private static BufferedImage read(ImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("No image");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > LARGEST) {
                throw new IOException("An image of " + width + " x " + height);
            }
            // a large one is never whole in memory
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.toIntExact(Math.max(1, Math.max(width, height) / (2 * SIDE)));
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage small(BufferedImage image) {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var output = new ByteArrayOutputStream();
        ImageIO.write(image, "png", output);
        return output.toByteArray();
    }
}

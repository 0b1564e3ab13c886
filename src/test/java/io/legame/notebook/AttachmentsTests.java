package io.legame.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.legame.access.Actor;
import io.legame.customers.CustomerDraft;
import io.legame.customers.CustomerField;
import io.legame.customers.CustomerId;
import io.legame.customers.Customers;
import io.legame.customers.Identity;
import io.legame.platform.Refusal;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestClock;
import io.legame.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files kept with customers: whole or not at all, under a name that misleads nobody. */
@LegameTest
class AttachmentsTests {
    @Autowired
    private Attachments attachments;

    @Autowired
    private Previews previews;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Customers customers;

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    private CustomerId rossi = new CustomerId(0);
    private Actor anna = Actor.SYSTEM;

    @BeforeEach
    void begin() {
        TestDatabase.clear(database, "notebook", "customers", "access");
        Identity identity = Identity.email("rossi@example.com");
        customers.upsert("shop", List.of(CustomerDraft.of(CustomerField.EMAIL, identity.value())));
        rossi = Objects.requireNonNull(customers.find(List.of(identity)).get(identity));
        anna = new Actor(Actor.Kind.ACCOUNT, signedIn.account("anna@legame.test", "Anna", "SHOP"), "Anna");
    }

    private Attachment add(String name, byte[] content) {
        return anna.does(() -> attachments.get(attachments.add(rossi, name, new ByteArrayInputStream(content))));
    }

    private static byte[] png(int width, int height) {
        try {
            var output = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", output);
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long storedFiles() {
        return database.sql("select count(*) from platform.stored_file")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "'C:\\Users\\Ada\\offer.pdf', offer.pdf",
        "'invoice\u202efdp.exe', invoicefdp.exe",
        "'a\nb<c>\"d\".txt', ab_c__d_.txt",
        "'.htaccess', htaccess",
        "'///', file",
        "'', file"
    })
    void aNameMisleadsNobody(String given, String kept) {
        assertThat(add(given, new byte[] {1}).name()).isEqualTo(kept);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = add("à".repeat(300) + ".pdf", new byte[] {1}).name();
        assertThat(name).hasSize(120).endsWith("….pdf");
    }

    @Test
    void whatAFileIsIsFoundInItsContent() throws IOException {
        Attachment picture = add("picture.exe", png(2000, 1000));
        assertThat(picture.type()).isEqualTo(ContentType.PNG);
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(previews.of(picture)));
        assertThat(preview.getWidth()).isEqualTo(320);
        assertThat(preview.getHeight()).isEqualTo(160);
        Attachment page = add("picture.png", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.type()).isEqualTo(ContentType.TEXT);
        assertThatThrownBy(() -> previews.of(page)).isInstanceOf(Refusal.class);
        byte[] broken = png(20, 20);
        Attachment half = add("half.png", java.util.Arrays.copyOf(broken, 40));
        assertThatThrownBy(() -> previews.of(half)).isInstanceOf(Refusal.class);
        assertThat(add("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)).type())
                .isEqualTo(ContentType.PDF);
        assertThat(add("b", new byte[] {0, 1, 2}).type()).isEqualTo(ContentType.OTHER);
    }

    @Test
    void whatIsEmptyOrTooLargeLeavesNothingBehind() {
        long before = storedFiles();
        assertThatThrownBy(() -> add("empty", new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attachments.add(rossi, "endless", new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        return length;
                    }
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> attachments.add(rossi, "broken off", new InputStream() {
                    private int left = 3 << 20;

                    @Override
                    public int read() throws IOException {
                        return read(new byte[1], 0, 1);
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        left -= length;
                        if (left < 0) {
                            throw new IOException("gone");
                        }
                        return length;
                    }
                }))
                .isInstanceOf(Exception.class);
        assertThat(storedFiles()).isEqualTo(before);
        assertThat(attachments.of(rossi)).isEmpty();
    }

    @Test
    void whatIsRemovedComesBackUntilItIsSwept() throws IOException {
        byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
        Attachment file = add("a.txt", content);
        anna.does(() -> attachments.remove(file.id()));
        assertThat(attachments.of(rossi)).isEmpty();
        anna.does(() -> attachments.restore(file.id()));
        try (InputStream back = attachments.download(file)) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
        long stored = storedFiles();
        anna.does(() -> attachments.remove(file.id()));
        clock.advance(Sweep.KEPT.plus(Duration.ofDays(1)));
        sweep.run();
        assertThat(storedFiles()).isEqualTo(stored - 1);
        assertThatThrownBy(() -> anna.does(() -> attachments.restore(file.id())))
                .isInstanceOf(Refusal.class);
    }
}

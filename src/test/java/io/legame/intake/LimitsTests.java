package io.legame.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.Answer;
import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Files that are too much, or unpack to too much. */
@LegameTest
@Import({TestImports.class, TestInbox.class})
@TestPropertySource(properties = "legame.upload-limit=1MB")
class LimitsTests {
    private static final long TWO_GIGABYTES = 2L << 30;

    @Autowired
    private TestImports files;

    @Autowired
    private TestInbox inbox;

    @Autowired
    private SignedIn signedIn;

    @BeforeEach
    void nothingThere() {
        files.clear();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInTheInboxToo() {
        inbox.clear();
        inbox.drop("huge.csv", new byte[2 << 20]);
        inbox.lookTwice();
        assertThat(inbox.file("huge.csv").fault()).isEqualTo("platform.error.fileTooLarge");
        assertThat(inbox.path().resolve(inbox.file("huge.csv").movedTo() + ".txt"))
                .content()
                .contains("huge.csv")
                .contains("1 MB");
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedOnThePageAndInTheApi() {
        Visitor program = signedIn.token();
        Answer refused = program.send(program.request("/api/v1/imports")
                .header("Content-Type", "text/csv")
                .POST(endless("", "")));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("larger than the limit of 1 MB");

        Visitor person = signedIn.administrator();
        person.get("/intake/new");
        String begin = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + person.csrf()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"huge.csv\"\r\n\r\n";
        refused = person.send(person.request("/intake")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(endless(begin, "\r\n--x--\r\n")));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("larger than the limit of 1 MB");
    }

    /** Two gigabytes and their length, as a browser sends them. */
    private static BodyPublisher endless(String begin, String end) {
        byte[] before = begin.getBytes(StandardCharsets.UTF_8);
        byte[] after = end.getBytes(StandardCharsets.UTF_8);
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(java.util.Collections.enumeration(List.of(
                        new ByteArrayInputStream(before),
                        new Letters(TWO_GIGABYTES),
                        new ByteArrayInputStream(after))))),
                TWO_GIGABYTES + before.length + after.length);
    }

    private static final class Letters extends InputStream {
        private long left;

        Letters(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    @Test
    void aSmallFileThatUnpacksToTooMuchEndsTheImportAndWritesNothing() throws IOException {
        var packed = new ByteArrayOutputStream();
        byte[] row = "1,anna@example.com,Anna\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,email,first name\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1000; i++) {
                gzip.write(row);
            }
        }
        var bomb = files.run(files.receive("customers.csv.gz", packed.toByteArray()));
        assertThat(bomb.state()).isEqualTo(ImportState.FAILED);
        assertThat(bomb.fault()).isEqualTo("intake.fault.tooLong");
        assertThat(bomb.faultArguments()).containsExactly("10");
        assertThat(bomb.counts().created()).isZero();
    }
}

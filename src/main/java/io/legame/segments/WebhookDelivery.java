package io.legame.segments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends passages to {@link Webhooks}, in their order, until each was received: a crash between the answer and its note
 * sends some once more, with the same numbers.
 */
@Component
class WebhookDelivery {
    static final String SIGNATURE = "Legame-Signature";
    private static final int AT_ONCE = 500;
    /** Then others have their turn, and the job ends within its second. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Webhooks webhooks;
    private final Passages passages;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            // what is signed for one place goes to no other
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookDelivery(Webhooks webhooks, Passages passages) {
        this.webhooks = webhooks;
        this.passages = passages;
    }

    void run() {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            Optional<Webhook> next = webhooks.take();
            if (next.isEmpty()) {
                return;
            }
            deliver(next.get());
        }
    }

    private void deliver(Webhook webhook) {
        List<Passage> some = passages.after(webhook.position(), webhook.segment(), AT_ONCE);
        if (some.isEmpty()) {
            return;
        }
        PassageFeed feed = PassageFeed.of(some, webhook.position());
        String problem = send(webhook, json.writeValueAsString(feed));
        if (problem == null) {
            webhooks.received(webhook, feed.next());
        } else {
            webhooks.failed(webhook, problem);
        }
    }

    /** Returns why it was not received. */
    private @Nullable String send(Webhook webhook, String body) {
        try {
            for (InetAddress each : InetAddress.getAllByName(webhook.url().getHost())) {
                if (each.isLinkLocalAddress() || each.isMulticastAddress() || each.isAnyLocalAddress()) {
                    return each.getHostAddress() + ": this is no place to send to";
                }
            }
            var answer = client.send(
                    HttpRequest.newBuilder(webhook.url())
                            .timeout(LONGEST)
                            .header("Content-Type", "application/json")
                            .header(SIGNATURE, "sha256=" + signature(webhook.secret(), body))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? null : "HTTP " + answer.statusCode();
        } catch (UnknownHostException e) {
            return "Unknown host " + webhook.url().getHost();
        } catch (IOException e) {
            return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted";
        }
    }

    /** HMAC-SHA256 of the body, in hexadecimal. */
    static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.legame.intake;

import io.legame.timeline.Channel;
import io.legame.timeline.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where facts happened: as the row says, else as the plan says. */
final class Touchpoints {
    private static final Map<String, Channel> CHANNELS = channels();

    private final Plan plan;
    private final Cells cells;

    Touchpoints(Plan plan, Cells cells) {
        this.plan = plan;
        this.cells = cells;
    }

    Touchpoint of(@Nullable String[] row) {
        String name = cells.text(row, Field.TOUCHPOINT);
        String channelText = cells.text(row, Field.CHANNEL);
        Channel channel = channelText == null ? plan.channel() : channel(channelText);
        return new Touchpoint(name != null ? name : channelText != null ? channelText : plan.touchpointName(), channel);
    }

    /** What people call a channel, in English or Italian. */
    static Channel channel(String written) {
        return CHANNELS.getOrDefault(ColumnNames.plain(written), Channel.OTHER);
    }

    private static Map<String, Channel> channels() {
        var channels = new HashMap<String, Channel>();
        for (Channel channel : Channel.values()) {
            channels.put(channel.code(), channel);
        }
        name(
                channels,
                Channel.SHOP,
                "store",
                "instore",
                "retail",
                "negozio",
                "puntovendita",
                "pos",
                "offline",
                "boutique");
        name(
                channels,
                Channel.ONLINE,
                "web",
                "website",
                "eshop",
                "ecommerce",
                "internet",
                "sito",
                "online store",
                "web shop");
        name(channels, Channel.EMAIL, "mail", "newsletter", "dem", "posta elettronica");
        name(channels, Channel.PHONE, "telephone", "call", "callcenter", "telefono", "telefonata");
        name(channels, Channel.SMS, "text", "whatsapp", "messaggio");
        name(channels, Channel.SOCIAL, "facebook", "instagram", "tiktok", "linkedin", "socialmedia");
        name(channels, Channel.APP, "mobile", "mobile app", "push");
        name(channels, Channel.POST, "letter", "direct mail", "posta", "lettera");
        name(channels, Channel.VISIT, "visita", "meeting", "incontro", "appuntamento");
        return channels;
    }

    private static void name(Map<String, Channel> channels, Channel channel, String... names) {
        for (String name : names) {
            channels.put(ColumnNames.plain(name), channel);
        }
    }
}

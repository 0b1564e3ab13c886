package io.legame.sample;

import io.legame.timeline.Channel;
import io.legame.timeline.Touchpoint;
import java.util.List;

/** Where the shop and its customers meet, besides the six {@link Outlet}s. */
final class Places {
    static final Touchpoint E_SHOP = new Touchpoint("E-shop", Channel.ONLINE);
    static final Touchpoint NEWSLETTER = new Touchpoint("Newsletter", Channel.EMAIL);
    static final Touchpoint SERVICE_MAIL = new Touchpoint("E-mail di servizio", Channel.EMAIL);
    static final Touchpoint CALL_CENTRE = new Touchpoint("Servizio clienti", Channel.PHONE);
    static final Touchpoint SMS = new Touchpoint("SMS", Channel.SMS);
    static final Touchpoint WHATSAPP = new Touchpoint("WhatsApp", Channel.SMS);
    static final Touchpoint INSTAGRAM = new Touchpoint("Instagram", Channel.SOCIAL);
    static final Touchpoint FORM = new Touchpoint("Modulo del sito", Channel.ONLINE);

    private static final List<Outlet> OUTLETS = List.of(Outlet.values());

    private Places() {}

    /** A shop that the person goes to: mostly the one around the corner. */
    static Outlet outlet(Person person, Draw draw) {
        Outlet near = person.town().outlet();
        return near == null || draw.chance(0.03) ? draw.one(OUTLETS) : near;
    }

    /** The way somebody asks a question in writing. */
    static Touchpoint written(Person person, Draw draw) {
        boolean young = person.birthDate().getYear() >= 1990;
        if (young && draw.chance(0.5)) {
            return INSTAGRAM;
        }
        return person.phone() != null && draw.chance(0.6) ? WHATSAPP : FORM;
    }
}

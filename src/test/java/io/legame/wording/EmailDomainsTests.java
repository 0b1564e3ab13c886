package io.legame.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDomainsTests {
    @ParameterizedTest
    @CsvSource({
        "gmial.com,gmail.com",
        "gmai.com,gmail.com",
        "gmaill.com,gmail.com",
        "ggmail.com,gmail.com",
        "gnail.com,gmail.com",
        "gmail.con,gmail.com",
        "gmail.co,gmail.com",
        "gmail.cm,gmail.com",
        "gmailcom.com,-",
        "GMIAL.COM,gmail.com",
        "hotmial.it,hotmail.it",
        "hotmal.com,hotmail.com",
        "otmail.com,hotmail.com",
        "hotmail.con,hotmail.com",
        "hotmail.ti,hotmail.it",
        "outlok.it,outlook.it",
        "outllok.com,outlook.com",
        "yahoo.cm,yahoo.com",
        "yaho.it,yahoo.it",
        "yahooo.com,yahoo.com",
        "iclod.com,icloud.com",
        "libero.ti,libero.it",
        "libro.com,-",
        "lbero.it,libero.it",
        "liberro.it,libero.it",
        "virgillio.it,virgilio.it",
        "tisclai.it,tiscali.it",
        "live.ti,live.it",
        "gmx.ed,gmx.de",
        "wanado.fr,wanadoo.fr",
        "t-onlin.de,t-online.de",
        "esempio.con,esempio.com",
        "esempio.ti,esempio.it"
    })
    void aSlipIsSeen(String written, String meant) {
        assertThat(EmailDomains.proposal(written)).isEqualTo(meant.equals("-") ? null : meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "mail.com",
                "ymail.com",
                "email.com",
                "gmx.at",
                "gmx.net",
                "gmx.de",
                "email.it",
                "tin.it",
                "tim.it",
                "iol.it",
                "aol.it",
                "yahoo.com.br",
                "yahoo.ca",
                "yahoo.co.jp",
                "hotmail.ch",
                "hotmail.fi",
                "live.ca",
                "outlook.jp",
                "libera.it",
                "libro.it",
                "jmail.com",
                "qmail.com",
                "life.it",
                "mall.com",
                "man.com",
                "post.it",
                "malice.it",
                "orangi.fr",
                "adventure-works.com",
                "esempio.it",
                "unito.it",
                "com",
                "",
                "mail.ru",
                "bk.ru",
                "me.com",
                "mc.com"
            })
    void aDomainOfSomebodyElseIsLeftInPeace(String domain) {
        assertThat(EmailDomains.proposal(domain)).isNull();
    }

    @Test
    void theProposalKeepsTheMailbox() {
        assertThat(EmailDomains.proposedAddress("anna.rossi@gmial.com")).isEqualTo("anna.rossi@gmail.com");
        assertThat(EmailDomains.proposedAddress("anna.rossi@gmail.com")).isNull();
    }

    @Test
    void everyDisposableDomainOfTheListIsKnown() throws IOException {
        var domains = Files.readAllLines(SharedData.file("email_addresses/disposable_email_blocklist.txt"));
        assertThat(domains).hasSize(8335).allMatch(EmailDomains::isDisposable);
    }

    @ParameterizedTest
    @CsvSource({
        "yopmail.com,true",
        "YOPMAIL.com,true",
        "mail.yopmail.com,true",
        "notyopmail.com.it,false",
        "xyopmail.com,false",
        "gmail.com,false",
        "libero.it,false",
        "com,false",
        "'',false"
    })
    void aDisposableDomainIsOneOfTheListOrBelowIt(String domain, boolean disposable) {
        assertThat(EmailDomains.isDisposable(domain)).isEqualTo(disposable);
    }
}

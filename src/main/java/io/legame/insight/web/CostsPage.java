package io.legame.insight.web;

import io.legame.insight.RuleBook;
import io.legame.insight.ServiceCosts;
import io.legame.platform.Shell;
import io.legame.platform.View;
import io.legame.timeline.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param sent what stands in the fields instead of what counts today
 * @param decisions the newest first
 * @param openSince the first day from which something may be decided; null for any
 */
public record CostsPage(
        ServiceCosts.Overview overview,
        RuleFields sent,
        List<RuleBook.CostDecision> decisions,
        @Nullable LocalDate openSince,
        LocalDate today)
        implements View {
    public List<ServiceCosts.Service> usual() {
        return overview.services().stream().filter(CostsPage::isUsual).toList();
    }

    /** What never happened and costs nothing: there to be found, and not in the way. */
    public List<ServiceCosts.Service> others() {
        return overview.services().stream().filter(service -> !isUsual(service)).toList();
    }

    private static boolean isUsual(ServiceCosts.Service service) {
        return service.interactions() > 0
                || service.unit() != null
                || service.channels().stream().anyMatch(channel -> channel.unit() != null)
                || ServiceCosts.KNOWN.contains(service.kind());
    }

    /** The channels on which a kind neither happened nor has a cost of its own. */
    public List<String> otherChannels(ServiceCosts.Service service) {
        return Arrays.stream(Channel.values())
                .map(Channel::code)
                .filter(code -> service.channels().stream()
                        .noneMatch(channel -> channel.channel().equals(code)))
                .toList();
    }

    /** As the reader would write it into a field. */
    public String written(Shell shell, @Nullable BigDecimal amount) {
        return amount == null ? "" : shell.formats().exact(amount.stripTrailingZeros());
    }
}

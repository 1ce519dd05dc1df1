package id.dukcapil.portal.cards.order;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.cards.order}.
 *
 * @param daysAfterBirthday how long after the 17th birthday a held order is released
 * @param remindAfterDays after how many days on the shelf the person is reminded
 * @param recallAfterDays after how many days on the shelf a card goes to the safe
 */
@ConfigurationProperties("portal.cards.order")
public record OrderSettings(
        @DefaultValue("0") int daysAfterBirthday,
        @DefaultValue({"7", "30", "90"}) List<Integer> remindAfterDays,
        @DefaultValue("90") int recallAfterDays) {

    public OrderSettings {
        remindAfterDays = List.copyOf(remindAfterDays);
    }
}

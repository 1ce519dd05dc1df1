package id.dukcapil.portal.cards.regency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** That one office sends another so many cards. */
public record TransferProposal(OfficeStock from, OfficeStock to, int cards) {

    /** Who has less than this is helped, up to {@link #AIM}. */
    static final int SHORT = 5;

    static final int AIM = 10;
    private static final int WORTH_THE_WAY = 10;

    /** The neediest first, each from those who can spare most; nobody gives what it needs itself for ten days. */
    static List<TransferProposal> of(List<OfficeStock> offices) {
        Map<OfficeStock, Integer> spare = new HashMap<>();
        offices.forEach(office -> spare.put(office, office.spare(AIM)));
        var proposals = new ArrayList<TransferProposal>();
        offices.stream().sorted().filter(office -> office.daysLeft() < SHORT).forEach(needy -> {
            int lacking = needy.lacking(AIM);
            List<OfficeStock> givers = offices.stream()
                    .filter(giver -> !giver.equals(needy))
                    .sorted(Comparator.<OfficeStock>comparingInt(spare::get).reversed())
                    .toList();
            for (OfficeStock giver : givers) {
                int cards = Math.min(lacking, spare.getOrDefault(giver, 0));
                if (cards >= WORTH_THE_WAY || cards > 0 && cards == lacking) {
                    proposals.add(new TransferProposal(giver, needy, cards));
                    spare.merge(giver, -cards, Integer::sum);
                    lacking -= cards;
                }
            }
        });
        return proposals;
    }
}

package id.dukcapil.portal.common;

import java.util.List;

/**
 * The moves of cases that are over, told all at once: what an office brings along from the time before the portal, or
 * what a demonstration invents. Cases that go on are told move by move with {@link CaseMoved}.
 *
 * @param moves of each case from its opening to its end, in their order; cases may be mixed
 */
public record PastCases(List<CaseMoved> moves) {

    public PastCases {
        moves = List.copyOf(moves);
    }
}

package id.dukcapil.portal.visits.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** People who go together. */
public record Crew(String code, String name, List<CrewMember> members, List<Leave> leaves) {

    public Crew {
        members = List.copyOf(members);
        leaves = List.copyOf(leaves);
    }

    /** Who records, and is there on all of these days. */
    public List<CrewMember> operators(LocalDate first, LocalDate last) {
        return members.stream()
                .filter(one -> one.records() && leave(one.id(), first, last).isEmpty())
                .toList();
    }

    public Optional<Leave> leave(long person, LocalDate first, LocalDate last) {
        return leaves.stream()
                .filter(leave -> leave.personId() == person && leave.touches(first, last))
                .findFirst();
    }

    /** Whether the number of its sets depends on its people; a crew without names is taken to be large enough. */
    public boolean hasOperators() {
        return members.stream().anyMatch(CrewMember::records);
    }

    /** @param duty in the office's words: "Operator perekaman", "Pengemudi" */
    public record CrewMember(long id, String crewCode, String fullName, String duty) {

        public static final String OPERATOR = "Operator perekaman";

        public boolean records() {
            return duty.equals(OPERATOR);
        }
    }
}

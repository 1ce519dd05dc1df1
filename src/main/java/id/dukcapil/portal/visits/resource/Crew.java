package id.dukcapil.portal.visits.resource;

import java.util.List;

/** People who go together. */
public record Crew(String code, String name, List<CrewMember> members, List<Leave> leaves) {

    public Crew {
        members = List.copyOf(members);
        leaves = List.copyOf(leaves);
    }

    /** @param duty in the office's words: "Operator perekaman", "Pengemudi" */
    public record CrewMember(long id, String crewCode, String fullName, String duty) {}
}

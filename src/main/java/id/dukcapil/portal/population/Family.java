package id.dukcapil.portal.population;

import id.dukcapil.portal.common.FamilyCardNumber;
import java.util.List;
import java.util.Optional;

/** The people on one family card (Kartu Keluarga), the head first. */
public record Family(FamilyCardNumber number, Address address, List<Person> members) {

    public Family {
        members = List.copyOf(members);
    }

    public Optional<Person> head() {
        return members.stream()
                .filter(member -> member.relationship() == Relationship.HEAD)
                .findFirst();
    }
}

package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the register knew them on that day, and how they can be reached.
 *
 * @param email always there when the request came through the channel
 */
public record Applicant(
        Nik nik,
        String fullName,
        FamilyCardNumber family,
        Relationship relationship,
        @Nullable String email,
        String phone) {}

package id.dukcapil.portal.activation.register;

import id.dukcapil.portal.common.Nik;
import org.jspecify.annotations.Nullable;

/**
 * A person with the facts of the register, or of the document shown by somebody from elsewhere.
 *
 * @param domicileCode ten digits of a village for residents of the regency, four of their own for others
 * @param domicileName "Soreang", "Kota Bandung"
 * @param local whether the person counts towards the target of this regency
 */
public record Applicant(Nik nik, @Nullable String fullName, String domicileCode, String domicileName, boolean local) {}

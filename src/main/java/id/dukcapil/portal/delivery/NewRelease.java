package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * One signed document that its owner may print.
 *
 * @param kind of the case it comes from, in the office's words: "Permohonan KK"
 * @param reference how the office names that case, such as the number of the request; never a NIK or KK number
 * @param office whose case it is
 * @param title what is printed: "Kartu Keluarga"
 * @param document the signed bytes in the document store
 * @param recipient name of its owner
 * @param person the owner
 * @param email where QR code and PIN go; null: they are handed over at the counter
 */
public record NewRelease(
        String kind,
        String reference,
        OfficeCode office,
        String title,
        ContentHash document,
        String recipient,
        Nik person,
        @Nullable String email) {}

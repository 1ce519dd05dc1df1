package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.documents.SignaturePlace;

/**
 * A Kartu Keluarga ready to be signed.
 *
 * @param pdf PDF/A-2b
 * @param sheets pages
 * @param signature where the visible signature belongs, on the last sheet
 */
public record FamilyCardDocument(byte[] pdf, int sheets, SignaturePlace signature) {}

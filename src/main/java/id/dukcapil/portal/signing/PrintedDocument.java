package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.SignaturePlace;

/**
 * A document ready to be signed.
 *
 * @param place where the visible signature belongs
 */
public record PrintedDocument(byte[] pdf, SignaturePlace place) {}

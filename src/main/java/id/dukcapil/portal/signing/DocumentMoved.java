package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.SigningEvent.DocumentFacts;

/**
 * Something was done with a document. Stays inside this module.
 *
 * @param digest of the bytes that count after it
 */
record DocumentMoved(DocumentFacts document, SigningDocumentDetails.Event step, ContentHash digest) {}

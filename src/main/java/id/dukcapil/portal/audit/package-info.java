/**
 * Who did what to which record: an append-only trail, sealed into a signed hash chain, that shows every later edit. Listens
 * to {@link id.dukcapil.portal.common.AuditEvent}; nobody depends on it.
 *
 * <p>The way of a row: {@code EventWriter} puts it into {@code audit_inbox} inside the business transaction, with the proof
 * that the portal wrote it; {@code Sealer} moves what is there to {@code audit_trail} every few seconds, giving it a number
 * and a link of the chain, and signs the batch; {@code BatchHashes} keeps each batch's hash in a file outside the database;
 * {@code TrailVerifier} recomputes everything.
 */
@ApplicationModule(allowedDependencies = {"common", "platform", "staff", "documents", "documents :: export"})
@NullMarked
package id.dukcapil.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package id.dukcapil.portal.documents.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much exporting the portal bears, and how long the files lie there.
 *
 * @param kept a file holds personal data: it is deleted this long after it was finished
 * @param atOnce how many are written at the same time, in all processes together
 * @param atOncePerPerson of these, how many of one person
 * @param openPerPerson how many of one person may wait or run
 */
@ConfigurationProperties("portal.exports")
public record ExportSettings(
        @DefaultValue("24h") Duration kept,
        @DefaultValue("3") int atOnce,
        @DefaultValue("1") int atOncePerPerson,
        @DefaultValue("5") int openPerPerson) {}

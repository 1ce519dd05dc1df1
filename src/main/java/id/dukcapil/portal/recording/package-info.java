/**
 * SOP Pesisir Selatan 800/039/DKPS-PS/2019: recording of the KTP-el at a counter in four steps, the diary (BHPPK) that is kept
 * from its events, and the central status of what was recorded. No biometric data are stored. Other modules use nothing of it
 * yet.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "platform",
            "platform :: pages",
            "calendar",
            "documents",
            "documents :: numbers",
            "documents :: paper",
            "documents :: table",
            "population",
            "channel",
            "counter",
            "cards"
        })
@NullMarked
package id.dukcapil.portal.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * SOP Balangan 2020, "Direkam di Sekolah, Sweet Seventeen KTP-ku Datang": schools and their pupils, who of them is to be
 * recorded, coordination with the school, people and equipment, and the plan of visits. Other modules use nothing of it yet.
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
            "documents :: upload",
            "population",
            "cards",
            "channel"
        })
@NullMarked
package id.dukcapil.portal.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

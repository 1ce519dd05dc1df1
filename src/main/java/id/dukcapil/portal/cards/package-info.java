/**
 * The blank cards (blangko) of each office: an append-only ledger from which stock, safety stock and printing rate follow
 * (SOP Bandung 28/2024, step 7: "kuota menyesuaikan dengan ketersediaan blanko"). It knows nothing of bookings: the quota
 * calendar asks here.
 */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "staff",
            "staff :: signin",
            "platform",
            "calendar",
            "documents",
            "documents :: export",
            "documents :: numbers",
            "documents :: paper",
            "documents :: upload",
            "population",
            "counter"
        })
@NullMarked
package id.dukcapil.portal.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package id.dukcapil.portal.cards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who adds a line to a ledger, and when; nobody for what the portal invents for a demonstration. */
record Entering(@Nullable UUID person, String name, Instant at) {}

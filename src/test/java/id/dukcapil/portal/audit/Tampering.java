package id.dukcapil.portal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** What somebody with every right in the database, but without the signing key, may do to hide a deed. */
enum Tampering {
    EDIT_A_ROW {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            edit(trail, row, random);
            return row;
        }
    },
    EDIT_A_ROW_AND_ITS_LINK {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            edit(trail, row, random);
            relink(trail, row, row);
            return row;
        }
    },
    EDIT_A_ROW_AND_COMPUTE_ITS_BATCH_ANEW {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            edit(trail, row, random);
            relink(trail, row, batchOf(trail, row).lastRow());
            return row;
        }
    },
    EDIT_A_ROW_AND_COMPUTE_EVERYTHING_ANEW {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            edit(trail, row, random);
            relink(trail, row, trail.rows.lastKey());
            trail.batches.replaceAll((number, batch) -> batch.lastRow() < row
                    ? batch
                    : new Batch(
                            number,
                            batch.firstRow(),
                            batch.lastRow(),
                            trail.row(batch.lastRow()).hash(),
                            number == 1
                                    ? batch.previous()
                                    : trail.batch(number - 1).hash(),
                            batch.sealedAt(),
                            batch.keyId(),
                            batch.signature()));
            return row;
        }
    },
    CHANGE_A_LINK {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            byte[] hash = trail.row(row).hash().clone();
            hash[random.nextInt(hash.length)] ^= 1;
            trail.rows.put(row, new Sealed(row, trail.row(row).content(), hash));
            return row;
        }
    },
    DELETE_A_ROW {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            trail.rows.remove(row);
            return row;
        }
    },
    DELETE_SOME_ROWS {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            trail.rows.subMap(row, row + 1 + random.nextInt(60)).clear();
            return row;
        }
    },
    DELETE_A_ROW_AND_CLOSE_THE_GAP {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            LongStream.range(row, trail.rows.lastKey()).forEach(number -> {
                Sealed next = trail.row(number + 1);
                trail.rows.put(number, new Sealed(number, next.content(), next.hash()));
            });
            trail.rows.pollLastEntry();
            return row;
        }
    },
    SWAP_WHAT_TWO_ROWS_SAY {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return swap(trail, random, false);
        }
    },
    SWAP_TWO_ROWS_WITH_THEIR_LINKS {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return swap(trail, random, true);
        }
    },
    INSERT_A_ROW_AND_SHIFT_THE_REST {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            for (long number = trail.rows.lastKey(); number >= row; number--) {
                Sealed moved = trail.row(number);
                trail.rows.put(number + 1, new Sealed(number + 1, moved.content(), moved.hash()));
            }
            trail.rows.put(row, invented(row, trail, random));
            return row;
        }
    },
    APPEND_A_ROW_THAT_FITS_THE_CHAIN {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = trail.rows.lastKey() + 1;
            trail.rows.put(row, invented(row, trail, random));
            return row;
        }
    },
    APPEND_A_ROW_WITH_A_BATCH_OF_ITS_OWN {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = APPEND_A_ROW_THAT_FITS_THE_CHAIN.apply(trail, random);
            Batch last = trail.batches.lastEntry().getValue();
            var forged = new Batch(
                    last.number() + 1,
                    row,
                    row,
                    trail.row(row).hash(),
                    last.hash(),
                    Instant.parse("2026-11-24T02:00:00Z"),
                    last.keyId(),
                    last.signature());
            trail.batches.put(forged.number(), forged);
            return row;
        }
    },
    CUT_OFF_ROWS {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = anyRow(trail, random);
            trail.rows.tailMap(row, true).clear();
            return row;
        }
    },
    CUT_OFF_ROWS_AND_THEIR_BATCHES {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch from = batchOf(trail, anyRow(trail, random));
            trail.rows.tailMap(from.firstRow(), true).clear();
            trail.batches.tailMap(from.number(), true).clear();
            return from.firstRow();
        }
    },
    DELETE_A_BATCH {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch batch = batchOf(trail, anyRow(trail, random));
            trail.batches.remove(batch.number());
            return batch.firstRow();
        }
    },
    MAKE_A_BATCH_REACH_FURTHER {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return change(
                    trail,
                    random,
                    batch -> new Batch(
                            batch.number(),
                            batch.firstRow(),
                            batch.lastRow() + 1,
                            batch.lastHash(),
                            batch.previous(),
                            batch.sealedAt(),
                            batch.keyId(),
                            batch.signature()));
        }
    },
    CHANGE_WHEN_A_BATCH_WAS_SEALED {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return change(
                    trail,
                    random,
                    batch -> new Batch(
                            batch.number(),
                            batch.firstRow(),
                            batch.lastRow(),
                            batch.lastHash(),
                            batch.previous(),
                            batch.sealedAt().minusSeconds(3_600),
                            batch.keyId(),
                            batch.signature()));
        }
    },
    CHANGE_A_SIGNATURE {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return change(trail, random, batch -> {
                byte[] signature = batch.signature().clone();
                signature[random.nextInt(signature.length)] ^= 4;
                return new Batch(
                        batch.number(),
                        batch.firstRow(),
                        batch.lastRow(),
                        batch.lastHash(),
                        batch.previous(),
                        batch.sealedAt(),
                        batch.keyId(),
                        signature);
            });
        }
    };

    /** @return a row that the report must point at */
    abstract long apply(TrailInMemory trail, Random random);

    private interface Change {
        Batch of(Batch batch);
    }

    private static long change(TrailInMemory trail, Random random, Change change) {
        Batch batch = batchOf(trail, anyRow(trail, random));
        trail.batches.put(batch.number(), change.of(batch));
        return batch.firstRow();
    }

    private static long anyRow(TrailInMemory trail, Random random) {
        return 1 + random.nextInt(trail.rows.size());
    }

    private static Batch batchOf(TrailInMemory trail, long row) {
        return trail.batches.values().stream()
                .filter(batch -> batch.firstRow() <= row && row <= batch.lastRow())
                .findFirst()
                .orElseThrow();
    }

    private static void edit(TrailInMemory trail, long row, Random random) {
        byte[] content = trail.row(row).content().clone();
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        trail.rows.put(row, new Sealed(row, content, trail.row(row).hash()));
    }

    private static void relink(TrailInMemory trail, long from, long to) {
        LongConsumer link = number -> {
            Map.Entry<Long, Sealed> before = trail.rows.lowerEntry(number);
            byte[] content = trail.row(number).content();
            byte[] hash = Chain.link(
                    Chain.digest(),
                    before == null ? new byte[Chain.LENGTH] : before.getValue().hash(),
                    content);
            trail.rows.put(number, new Sealed(number, content, hash));
        };
        LongStream.rangeClosed(from, to).forEach(link);
    }

    private static long swap(TrailInMemory trail, Random random, boolean withLinks) {
        long one = anyRow(trail, random);
        long other = anyRow(trail, random);
        while (other == one) {
            other = anyRow(trail, random);
        }
        Sealed first = trail.row(one);
        Sealed second = trail.row(other);
        trail.rows.put(one, new Sealed(one, second.content(), (withLinks ? second : first).hash()));
        trail.rows.put(other, new Sealed(other, first.content(), (withLinks ? first : second).hash()));
        return one;
    }

    private static Sealed invented(long row, TrailInMemory trail, Random random) {
        byte[] content = ("Tidak terjadi apa-apa " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
        Map.Entry<Long, Sealed> before = trail.rows.lowerEntry(row);
        byte[] hash = Chain.link(
                Chain.digest(),
                before == null ? new byte[Chain.LENGTH] : before.getValue().hash(),
                content);
        return new Sealed(row, content, hash);
    }
}

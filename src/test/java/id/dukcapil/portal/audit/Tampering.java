package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.TrailRows.Waiting;
import id.dukcapil.portal.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** What the administrator of the database, without the keys of the portal, may do to hide a deed or to invent one. */
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
    },
    NAME_ANOTHER_KEY {
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
                            batch.sealedAt(),
                            "%016x".formatted(random.nextLong()),
                            batch.signature()));
        }
    },
    SIGN_WITH_ANOTHER_KEY {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return change(trail, random, batch -> {
                ChainEnd before =
                        batch.number() == 1 ? ChainEnd.BEGINNING : ChainEnd.of(trail.batch(batch.number() - 1));
                return Batch.sealed(
                        before,
                        batch.firstRow(),
                        batch.lastRow(),
                        batch.lastHash(),
                        batch.sealedAt(),
                        trail.strangersKeys());
            });
        }
    },
    CUT_OFF_BATCHES_WHILE_THE_PORTAL_RUNS {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch from = cut(trail, random, 1);
            trail.keepOutside();
            trail.keepOutside();
            return from.firstRow();
        }
    },
    CUT_OFF_BATCHES_AND_LET_THE_PORTAL_SEAL_ON {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch from = cut(trail, random, 1);
            trail.keepOutside();
            trail.seal(1 + random.nextInt(5));
            return from.firstRow();
        }
    },
    CUT_OFF_BATCHES_BETWEEN_TWO_RUNS_OF_THE_SEALER {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch from = cut(trail, random, 1);
            trail.seal(1 + random.nextInt(5));
            return from.firstRow();
        }
    },
    CUT_OFF_BATCHES_TWICE {
        @Override
        long apply(TrailInMemory trail, Random random) {
            cut(trail, random, 2);
            trail.keepOutside();
            Batch again = cut(trail, random, 1);
            trail.keepOutside();
            return again.firstRow();
        }
    },
    CUT_OFF_BATCHES_THAT_WERE_SEALED_AFTER_A_CUT {
        @Override
        long apply(TrailInMemory trail, Random random) {
            cut(trail, random, 2);
            trail.keepOutside();
            Batch later = trail.seal(3);
            trail.seal(3);
            trail.cutFrom(later);
            trail.keepOutside();
            return later.firstRow();
        }
    },
    CUT_OFF_BATCHES_WHOSE_LINES_ARE_REPEATED {
        @Override
        long apply(TrailInMemory trail, Random random) {
            trail.batches.values().forEach(trail.hashes::append);
            Batch from = cut(trail, random, 1);
            trail.keepOutside();
            return from.firstRow();
        }
    },
    PUT_A_ROW_BEFORE_THE_BEGINNING {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = random.nextBoolean() ? 0 : -1 - random.nextLong(1L << 40);
            trail.rows.put(row, invented(row, trail, random));
            return row;
        }
    },
    PUT_A_ROW_WHERE_OLD_ONES_WERE_PRUNED {
        @Override
        long apply(TrailInMemory trail, Random random) {
            trail.prune(1 + random.nextInt(trail.batches.size() - 1));
            long row = 1 + random.nextLong(trail.pruning().orElseThrow().lastRow());
            trail.rows.put(row, invented(row, trail, random));
            return row;
        }
    },
    APPEND_A_ROW_THAT_FITS_THE_CHAIN_AND_LET_THE_PORTAL_SEAL_ON {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = APPEND_A_ROW_THAT_FITS_THE_CHAIN.apply(trail, random);
            trail.seal(1 + random.nextInt(5));
            return row;
        }
    },
    WRITE_INTO_THE_INBOX {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return sealWith(trail, random, genuine -> new Waiting(genuine.columns(), anyText(random), null));
        }
    },
    WRITE_INTO_THE_INBOX_WITH_A_PROOF_FROM_ELSEWHERE {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return sealWith(trail, random, genuine -> new Waiting(genuine.columns(), anyText(random), genuine.proof()));
        }
    },
    LET_A_TRIGGER_CHANGE_WHAT_ENTERS_THE_INBOX {
        @Override
        long apply(TrailInMemory trail, Random random) {
            return sealWith(trail, random, genuine -> {
                byte[] changed = genuine.content().clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                return new Waiting(genuine.columns(), changed, genuine.proof());
            });
        }
    },
    PUT_A_SEALED_ROW_INTO_THE_INBOX_AGAIN {
        @Override
        long apply(TrailInMemory trail, Random random) {
            List<Waiting> sealed = trail.sealedFromInbox;
            return sealWith(trail, random, genuine -> sealed.get(random.nextInt(sealed.size())));
        }
    },
    WRITE_INTO_THE_INBOX_AND_SAY_LATER_IT_WAS_THE_PORTAL {
        @Override
        long apply(TrailInMemory trail, Random random) {
            long row = WRITE_INTO_THE_INBOX.apply(trail, random);
            Sealed foreign = trail.row(row);
            byte[] withoutOrigin = Arrays.copyOf(
                    foreign.content(),
                    foreign.content().length
                            - Integer.BYTES
                            - Origin.FOREIGN.name().length());
            trail.rows.put(row, new Sealed(row, withoutOrigin, foreign.hash()));
            return row;
        }
    },
    LET_A_TRIGGER_CHANGE_WHAT_ENTERS_THE_TRAIL {
        @Override
        long apply(TrailInMemory trail, Random random) {
            Batch batch = trail.seal(1 + random.nextInt(5));
            long row = batch.firstRow() + random.nextLong(batch.rows());
            edit(trail, row, random);
            return row;
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

    /** @return the first batch that is gone; at least so many batches from the beginning stay when there are more */
    private static Batch cut(TrailInMemory trail, Random random, int least) {
        List<Batch> batches = List.copyOf(trail.batches.values());
        int kept = Math.min(least, batches.size() - 1);
        Batch from = batches.get(kept + random.nextInt(batches.size() - kept));
        trail.cutFrom(from);
        return from;
    }

    /** The portal writes some rows and seals them, one of which is not what it wrote. */
    private static long sealWith(TrailInMemory trail, Random random, UnaryOperator<Waiting> forged) {
        int size = 1 + random.nextInt(5);
        for (int row = 0; row < size; row++) {
            trail.write();
        }
        int place = random.nextInt(size);
        trail.inbox.set(place, forged.apply(trail.inbox.get(place)));
        return trail.sealWaiting().firstRow() + place;
    }

    private static byte[] anyText(Random random) {
        return ("Tidak terjadi apa-apa " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
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
                    Sha256.digest(),
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
        byte[] content = anyText(random);
        Map.Entry<Long, Sealed> before = trail.rows.lowerEntry(row);
        byte[] hash = Chain.link(
                Sha256.digest(),
                before == null ? new byte[Chain.LENGTH] : before.getValue().hash(),
                content);
        return new Sealed(row, content, hash);
    }
}

--liquibase formatted sql

--changeset cards:0019-packing-signature
--comment What the receiver of a packing drew on the screen; none when the statement is signed on paper
ALTER TABLE card_packing
  ADD COLUMN signature MEDIUMBLOB,
  ADD COLUMN signature_digest CHAR(64) CHARACTER SET ascii;

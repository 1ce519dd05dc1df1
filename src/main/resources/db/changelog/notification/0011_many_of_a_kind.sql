--liquibase formatted sql

--changeset notification:0011-many-of-a-kind
--comment How the bell sums up several notices of a kind, with the number in the text, and which list shows them together
ALTER TABLE notification_notice
  ADD COLUMN many_text VARCHAR(120),
  ADD COLUMN many_link VARCHAR(200) CHARACTER SET ascii;

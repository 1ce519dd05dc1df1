--liquibase formatted sql

--changeset population:0004-names-by-word
--comment The name turned so that its second, third … word comes first and the words before it last ("SITI NUR AINI" becomes "NUR AINI SITI"): an index finds every word and holds the others for comparing. The database computes them, so they are right however the row was written
ALTER TABLE population_person
  ADD COLUMN name_from_2 VARCHAR(120) AS (IF(CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 1)) < CHAR_LENGTH(full_name),
    CONCAT(SUBSTRING(full_name, CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 1)) + 2), ' ', SUBSTRING_INDEX(full_name, ' ', 1)), NULL)) PERSISTENT,
  ADD COLUMN name_from_3 VARCHAR(120) AS (IF(CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 2)) < CHAR_LENGTH(full_name),
    CONCAT(SUBSTRING(full_name, CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 2)) + 2), ' ', SUBSTRING_INDEX(full_name, ' ', 2)), NULL)) PERSISTENT,
  ADD COLUMN name_from_4 VARCHAR(120) AS (IF(CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 3)) < CHAR_LENGTH(full_name),
    CONCAT(SUBSTRING(full_name, CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 3)) + 2), ' ', SUBSTRING_INDEX(full_name, ' ', 3)), NULL)) PERSISTENT,
  ADD COLUMN name_from_5 VARCHAR(120) AS (IF(CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 4)) < CHAR_LENGTH(full_name),
    CONCAT(SUBSTRING(full_name, CHAR_LENGTH(SUBSTRING_INDEX(full_name, ' ', 4)) + 2), ' ', SUBSTRING_INDEX(full_name, ' ', 4)), NULL)) PERSISTENT,
  ADD INDEX population_person_name_2 (name_from_2),
  ADD INDEX population_person_name_3 (name_from_3),
  ADD INDEX population_person_name_4 (name_from_4),
  ADD INDEX population_person_name_5 (name_from_5);

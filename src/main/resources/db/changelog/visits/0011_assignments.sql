--liquibase formatted sql

--changeset visits:0011-letters-of-assignment
--comment Number of the Surat Tugas, given when the visit is published for the first time
ALTER TABLE visits_visit ADD assignment_number VARCHAR(60);

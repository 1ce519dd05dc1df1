--liquibase formatted sql

--changeset staff:0142-second-person-of-the-stock
--comment Whoever is at hand in the office may count blanks as the second person
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'CARDS_WITNESS' FROM staff_role WHERE code IN ('cetak', 'operator', 'manajer', 'perencana');

--liquibase formatted sql

--changeset staff:0090-permissions-of-cards
--comment Who prints keeps the ledger; who plans the quota says how many cards are held back
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'CARDS_READ' FROM staff_role WHERE code IN ('kadis', 'manajer', 'perencana', 'operator', 'cetak') UNION ALL
SELECT code, 'CARDS_ENTER' FROM staff_role WHERE code IN ('cetak') UNION ALL
SELECT code, 'CARDS_PLAN' FROM staff_role WHERE code IN ('perencana');

-- The database of an installation and its two accounts. Run once as the administrator of MariaDB (10.11 or later):
--   sudo mariadb < database.sql
-- Change both passwords first. If the portal runs on another machine, write its address in place of 127.0.0.1.

CREATE DATABASE portal CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;

-- Owns the tables: Liquibase uses it at start, and so do backup and restore. It passes on to the other account what that one needs.
CREATE USER 'portal_schema'@'127.0.0.1' IDENTIFIED BY 'change this long random password';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER, LOCK TABLES
  ON portal.* TO 'portal_schema'@'127.0.0.1' WITH GRANT OPTION;

-- The running portal. Here it may only read; at every start the portal, as the owner, gives it its rights table by table:
-- on most tables SELECT, INSERT, UPDATE and DELETE, on the sealed audit trail SELECT and INSERT.
CREATE USER 'portal'@'127.0.0.1' IDENTIFIED BY 'change this other long random password';
GRANT SELECT ON portal.* TO 'portal'@'127.0.0.1';

CREATE TABLE bid (auction VARCHAR(50), amount BIGINT);
CREATE TABLE visit (room VARCHAR(100), name VARCHAR(50));

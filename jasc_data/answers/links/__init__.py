"""Where a link that carries an id leads."""

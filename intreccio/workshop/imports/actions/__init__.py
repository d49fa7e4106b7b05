"""What is done with files that come in: taken as they are, or as sheets that somebody prepares, brings in and undoes."""

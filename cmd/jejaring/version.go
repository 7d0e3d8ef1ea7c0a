package main

// version is the program's version; FyneApp.toml says the same, and a test compares them.
const version = "0.1.0"

//go:build migrated_fynedo

package main

const releaseBuild = true
